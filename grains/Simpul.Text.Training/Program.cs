using Simpul.Text.Training;

return args switch
{
    ["words", var data, var file, .. var rest] => Commands.Words(data, file, Options.Parse(rest)),
    ["report", var data, var words, .. var rest] => Commands.Report(data, words, Options.Parse(rest)),
    ["train", var data, var words, var model, .. var rest] => Commands.Train(data, words, model, Options.Parse(rest)),
    ["speed", var data] => Commands.Speed(data),
    _ => Commands.Help(),
};
