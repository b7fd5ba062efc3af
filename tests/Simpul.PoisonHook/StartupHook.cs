using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Simpul.Grains.Articles;
using Simpul.Text;

/// <summary>
/// Makes a word deadly in a program that a test starts: whoever reads it fails fast, as an overflown stack or a fault of native code
/// would. The programs themselves know nothing of it.
/// </summary>
internal static class StartupHook
{
    private const string Deadly = "racunmematikan";

    public static void Initialize()
    {
        if (Environment.GetCommandLineArgs().Contains("--read-apart")) Console.SetIn(new PoisonedReader(Console.In));
        else DiagnosticListener.AllListeners.Subscribe(new Listeners());
    }

    private static void DieOf(string text)
    {
        if (text.Contains(Deadly, StringComparison.Ordinal)) Environment.FailFast("The article was deadly.");
    }

    private sealed class Listeners : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(DiagnosticListener listener)
        {
            if (listener.Name == "Microsoft.Extensions.Hosting") listener.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is { Key: "HostBuilding", Value: IHostBuilder host })
                host.ConfigureServices(static services => services.AddSingleton<IArticleReading, PoisonedReading>());
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }

    private sealed class PoisonedReading : IArticleReading
    {
        private readonly DefaultArticleReading _reading = new();

        public string PackVersion => _reading.PackVersion;

        public ArticleRecord Read(Article article)
        {
            DieOf(article.Text);
            return _reading.Read(article);
        }
    }

    private sealed class PoisonedReader(TextReader inner) : TextReader
    {
        public override string? ReadLine()
        {
            var line = inner.ReadLine();
            if (line is not null) DieOf(line);
            return line;
        }
    }
}
