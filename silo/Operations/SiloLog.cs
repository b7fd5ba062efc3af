using Microsoft.Extensions.Logging.Console;

namespace Simpul.Silo.Operations;

/// <summary>
/// The log: on standard error, since standard output is for the addresses; one JSON object a line where a program reads it, a line
/// of text where a person does.
/// </summary>
internal static class SiloLog
{
    public static void AddSiloLog(this ILoggingBuilder logging)
    {
        logging.SetMinimumLevel(LogLevel.Information);
        // Tens of lines of configuration, and a line for every placement.
        logging.AddFilter("Orleans", LogLevel.Warning);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Polly", LogLevel.Warning);
        logging.AddFilter("Orleans.Hosting.SiloHostedService", LogLevel.Information);
        // Advice on garbage collection that measurements did not bear out.
        logging.AddFilter("Orleans.Runtime.Silo", LogLevel.Error);
        logging.Services.Configure<ConsoleLoggerOptions>(static o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        if (Console.IsErrorRedirected)
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
    }
}
