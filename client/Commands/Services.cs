using Simpul.Client.Connection;
using Simpul.Client.Terminals;

namespace Simpul.Client.Commands;

/// <summary>What commands need of the world.</summary>
/// <param name="Terminal">The streams.</param>
/// <param name="Open">How a cluster is reached.</param>
/// <param name="Time">The clock.</param>
internal sealed record Services(Terminal Terminal, SessionOpener Open, TimeProvider Time);
