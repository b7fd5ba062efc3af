namespace Simpul.Storage;

/// <summary>The store could not do what it was asked. Whether a write was kept is unknown.</summary>
public class StoreException : Exception
{
    /// <summary>Makes one without words.</summary>
    public StoreException() { }

    /// <summary>Makes one.</summary>
    public StoreException(string message) : base(message) { }

    /// <summary>Makes one with its cause.</summary>
    public StoreException(string message, Exception innerException) : base(message, innerException) { }
}

/// <summary>The data were written by a newer version of the program, or are none of its.</summary>
public sealed class StoreFormatException : StoreException
{
    /// <summary>Makes one without words.</summary>
    public StoreFormatException() { }

    /// <summary>Makes one.</summary>
    public StoreFormatException(string message) : base(message) { }

    /// <summary>Makes one with its cause.</summary>
    public StoreFormatException(string message, Exception innerException) : base(message, innerException) { }
}
