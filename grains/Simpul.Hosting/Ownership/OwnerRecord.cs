using System.Text.Json;
using System.Text.Json.Serialization;

namespace Simpul.Hosting.Ownership;

/// <summary>What kind of process owns a data folder.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OwnerKind>))]
public enum OwnerKind
{
    /// <summary>A command, which ends by itself.</summary>
    Command,

    /// <summary>A silo, which stays.</summary>
    Silo,
}

/// <summary>How far an owner is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OwnerState>))]
public enum OwnerState
{
    /// <summary>It will answer soon.</summary>
    Starting,

    /// <summary>It answers at its gateway.</summary>
    Ready,

    /// <summary>It saves what it has and will let go.</summary>
    Stopping,
}

/// <summary>Who owns a data folder and where to reach it. Only the lock says whether it still does.</summary>
public sealed record OwnerRecord
{
    /// <summary>Raised whenever a client of one version could not talk to an owner of another.</summary>
    public const int CurrentProtocol = 1;

    /// <summary>The file in the data folder.</summary>
    public const string FileName = "owner.json";

    /// <summary>What the owner speaks.</summary>
    public required int Protocol { get; init; }

    /// <summary>The owner's version.</summary>
    public required string Version { get; init; }

    /// <summary>What kind of process it is.</summary>
    public required OwnerKind Kind { get; init; }

    /// <summary>Its process id.</summary>
    public required int Process { get; init; }

    /// <summary>Tells owners apart where process ids and ports come back.</summary>
    public required string Instance { get; init; }

    /// <summary>How far it is.</summary>
    public required OwnerState State { get; init; }

    /// <summary>The id of its cluster, once it is ready.</summary>
    public string? ClusterId { get; init; }

    /// <summary>Its gateway, <c>address:port</c>, once it is ready.</summary>
    public string? Gateway { get; init; }

    /// <summary>True where the gateway asks for a certificate.</summary>
    public bool IsSecured { get; init; }

    /// <summary>Reads the record of a folder; null where there is none that can be read.</summary>
    public static OwnerRecord? Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(folder, FileName)), OwnerJson.Default.OwnerRecord);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes the record in one step, so that a reader sees the old one or the new one.</summary>
    internal void Write(string folder)
    {
        var path = Path.Combine(folder, FileName);
        var half = $"{path}.{Instance}";
        File.WriteAllBytes(half, JsonSerializer.SerializeToUtf8Bytes(this, OwnerJson.Default.OwnerRecord));
        File.Move(half, path, overwrite: true);
    }

    internal static void Delete(string folder) => File.Delete(Path.Combine(folder, FileName));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(OwnerRecord))]
internal sealed partial class OwnerJson : JsonSerializerContext;
