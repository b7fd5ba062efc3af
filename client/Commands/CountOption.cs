using System.CommandLine;

namespace Simpul.Client.Commands;

/// <summary>Options that are a number within bounds.</summary>
internal static class CountOption
{
    public static Option<int> Create(string name, string description, int value, int least = 0, int most = int.MaxValue)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            var number = result.GetValueOrDefault<int>();
            if (number < least || number > most) result.AddError($"{name} is {number}, and must lie between {least} and {most}.");
        });
        return option;
    }
}
