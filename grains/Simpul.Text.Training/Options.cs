using System.Globalization;

namespace Simpul.Text.Training;

/// <summary>Named numbers of the command line: <c>--epochs 30</c>.</summary>
internal static class Options
{
    internal static TrainingOptions Parse(string[] args)
    {
        var o = new TrainingOptions();
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            var value = float.Parse(args[i + 1], CultureInfo.InvariantCulture);
            o = args[i] switch
            {
                "--epochs" => o with { Epochs = (int)value },
                "--rate" => o with { Rate = value },
                "--decay" => o with { Decay = value },
                "--own-rate" => o with { OwnRate = value },
                "--least" => o with { LeastCount = (int)value },
                "--hide-words" => o with { HideWords = value },
                "--hide-names" => o with { HideNames = value },
                "--seed" => o with { Seed = (int)value },
                _ => throw new ArgumentException($"Unknown option {args[i]}."),
            };
        }

        return o;
    }
}
