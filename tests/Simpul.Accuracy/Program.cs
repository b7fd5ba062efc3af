using System.Text;
using Simpul.Accuracy;
using Simpul.Client;

if (args.Length != 2 || !Directory.Exists(args[0]))
{
    Console.Error.WriteLine("usage: Simpul.Accuracy DATA PAGE   (DATA holds gold-id, seed, polnear-en, geo-en-lgl, plv-train and the ner-id folders)");
    return ExitCode.Usage;
}

try
{
    var page = new Markdown();
    page.Heading(1, "Accuracy");
    page.Text("Made by `tests/accuracy.sh DATA`, where `DATA` is the folder of the development sets; nothing on this page is written by hand. Development figures: "
        + "rules and lists were made with these articles in view, so expect less on others. Intervals hold 95 of 100 resampled sets of articles (seed 1).");
    GoldSection.Write(page, args[0]);
    QuoteSection.Write(page, args[0]);
    PlaceSection.Write(page, args[0]);
    TypeSection.Write(page, args[0]);
    NameSection.Write(page, args[0]);
    File.WriteAllText(args[1], page.ToString(), new UTF8Encoding(false));
    return ExitCode.Done;
}
catch (CommandException e)
{
    Console.Error.WriteLine(e.Message);
    return e.ExitCode;
}
