using Microsoft.Extensions.Logging.Console;

namespace Simpul.Silo.Operations;

/// <summary>How the log is written.</summary>
/// <param name="IsJson">True for one JSON object a line, which a program reads; false for a line of text, which a person does.</param>
/// <param name="Level">The least that is written.</param>
internal sealed record SiloLogSettings(bool IsJson, LogLevel Level = LogLevel.Information)
{
    /// <summary>For whoever reads standard error now.</summary>
    public static SiloLogSettings Default => new(Console.IsErrorRedirected);
}

/// <summary>The log: on standard error, since standard output is for the addresses.</summary>
internal static class SiloLog
{
    public static void AddSiloLog(this ILoggingBuilder logging, SiloLogSettings settings)
    {
        logging.SetMinimumLevel(settings.Level);
        if (settings.Level >= LogLevel.Information)
        {
            // Tens of lines of configuration, and a line for every placement.
            logging.AddFilter("Orleans", Least(LogLevel.Warning));
            logging.AddFilter("Microsoft", Least(LogLevel.Warning));
            logging.AddFilter("Polly", Least(LogLevel.Warning));
            logging.AddFilter("Orleans.Hosting.SiloHostedService", settings.Level);
            // Advice on garbage collection that measurements did not bear out.
            logging.AddFilter("Orleans.Runtime.Silo", Least(LogLevel.Error));
            // It takes the time since the machine started for a stall when it looks for the first time.
            logging.AddFilter("Orleans.Runtime.Watchdog", Least(LogLevel.Error));
        }

        logging.Services.Configure<ConsoleLoggerOptions>(static o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        if (settings.IsJson)
        {
            logging.AddJsonConsole(static o =>
            {
                o.UseUtcTimestamp = true;
                o.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            });
        }
        else
        {
            logging.AddSimpleConsole(static o =>
            {
                o.SingleLine = true;
                o.TimestampFormat = "HH:mm:ss ";
            });
        }

        LogLevel Least(LogLevel level) => level > settings.Level ? level : settings.Level;
    }
}
