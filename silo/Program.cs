using System.Globalization;
using Simpul.Hosting.Isolation;
using Simpul.Silo;

// Figures and dates look the same on every machine.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
if (ReaderProgram.IsMeant(args)) return await ReaderProgram.Run(Console.In, Console.Out);
return await SiloCommand.RunAsync(args, Console.Out, Console.Error, Environment.GetEnvironmentVariable, CancellationToken.None);
