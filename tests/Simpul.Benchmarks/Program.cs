using System.Globalization;
using BenchmarkDotNet.Running;
using Simpul.Benchmarks;

switch (args)
{
    case ["loop", var file, ..]:
        return PlainLoop.Run(file, args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : Environment.ProcessorCount);
    case ["words", var file]:
        return WordsPerSecond.Run(file);
    case ["times", var file]:
        return StageTimes.Run(file);
    case ["queries", var gateways, var corpus, var seconds]:
        return await Queries.Run(gateways, corpus, int.Parse(seconds, CultureInfo.InvariantCulture));
    case ["copies", var file, var count]:
        Copies.Write(file, int.Parse(count, CultureInfo.InvariantCulture), Console.Out);
        return 0;
    case ["packs"]:
        return Packs.Run();
    case ["stages", ..]:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args[1..]);
        return 0;
    default:
        Console.Error.WriteLine("""
            loop FILE [THREADS]  read every article of a .jsonl(.gz) file in a plain parallel loop; prints articles/s with start-up
            words FILE           read them on one core, with the tagger and without; prints words/s and bytes allocated an article
            times FILE           nanoseconds a word, stage by stage
            packs                load the language packs; prints milliseconds and bytes
            queries GATEWAYS CORPUS SECONDS  ask a running cluster, one question after the other; prints milliseconds by question
            copies FILE N        write N articles, those of the file over and over under new ids, to standard output
            stages               BenchmarkDotNet up to each stage, against string.Split and a lookup of names; SIMPUL_NEWS names the file
            """);
        return 2;
}
