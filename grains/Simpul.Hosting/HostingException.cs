namespace Simpul.Hosting;

/// <summary>What stands in the way of a silo or a connection.</summary>
public enum HostingFault
{
    /// <summary>Settings that make no sense, or ports that are taken.</summary>
    Settings,

    /// <summary>The data folder cannot be used: not writable, of a newer version, or without locks.</summary>
    Data,

    /// <summary>Another process owns the data folder.</summary>
    Owned,

    /// <summary>No silo answers.</summary>
    Unreachable,
}

/// <summary>A silo cannot start, or a cluster cannot be reached, for a reason that the user can do something about.</summary>
public sealed class HostingException : Exception
{
    /// <summary>Makes one with what is wrong and what helps, a sentence each.</summary>
    public HostingException(HostingFault fault, string message, string remedy, Exception? innerException = null)
        : base(message, innerException)
    {
        Fault = fault;
        Remedy = remedy;
    }

    /// <summary>What kind of obstacle it is.</summary>
    public HostingFault Fault { get; }

    /// <summary>What helps.</summary>
    public string Remedy { get; }
}
