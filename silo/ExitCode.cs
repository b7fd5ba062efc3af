namespace Simpul.Silo;

/// <summary>How the program ends.</summary>
internal static class ExitCode
{
    /// <summary>Stopped when it was told to, with everything saved.</summary>
    public const int Done = 0;

    /// <summary>Failed.</summary>
    public const int Failed = 1;

    /// <summary>Did not start: settings that make no sense, ports that are taken, a data folder that cannot be used.</summary>
    public const int Refused = 2;
}
