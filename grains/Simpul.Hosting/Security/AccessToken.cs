using System.Security.Cryptography;
using System.Text;
using Simpul.Hosting.Settings;

namespace Simpul.Hosting.Security;

/// <summary>What opens the HTTP routes of a silo. Only its hash is kept, so that no dump or log of this process holds it.</summary>
public sealed class AccessToken
{
    /// <summary>The environment variable that holds the token.</summary>
    public const string Variable = "SIMPUL_TOKEN";

    /// <summary>The environment variable that names a file with it.</summary>
    public const string FileVariable = "SIMPUL_TOKEN_FILE";

    /// <summary>The shortest: beyond guessing where it is drawn at random.</summary>
    public const int MinLength = 16;

    /// <summary>The longest.</summary>
    public const int MaxLength = 512;

    private readonly byte[] _hash;

    /// <summary>Takes a token over.</summary>
    public AccessToken(string token) => _hash = Hash(token);

    /// <summary>The token of an environment; null where it names none. What is wrong goes to <paramref name="errors"/>, without the token.</summary>
    public static AccessToken? Read(Func<string, string?> variable, ICollection<SettingError> errors)
    {
        var (text, file) = (variable(Variable), variable(FileVariable));
        var source = Variable;
        if (!string.IsNullOrEmpty(file))
        {
            if (!string.IsNullOrEmpty(text))
            {
                errors.Add(new(FileVariable, $"{Variable} holds a token too.", "Use one of the two."));
                return null;
            }

            source = FileVariable;
            try
            {
                text = File.ReadAllText(file).Trim();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                errors.Add(new(FileVariable, $"{file} cannot be read: {e.Message.TrimEnd('.')}.", "Name a file that this user may read."));
                return null;
            }
        }

        if (string.IsNullOrEmpty(text) && source == Variable) return null;
        if (text!.Length is < MinLength or > MaxLength || !text.All(static c => c is > ' ' and < '\x7f'))
        {
            errors.Add(new(
                source, $"It holds {text.Length} characters that make no token.",
                $"Use {MinLength} to {MaxLength} visible ASCII characters, such as the output of: openssl rand -hex 32."));
            return null;
        }

        return new AccessToken(text);
    }

    /// <summary>True for the token itself; takes the same time for every other.</summary>
    public bool Matches(ReadOnlySpan<char> candidate) =>
        candidate.Length <= MaxLength && CryptographicOperations.FixedTimeEquals(Hash(candidate), _hash);

    /// <summary>A pass for a browser, which every silo with this token takes until it expires.</summary>
    public string Issue(DateTimeOffset expires)
    {
        var until = expires.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        return $"{until}.{Sign(until)}";
    }

    /// <summary>True for a pass that was issued for this token and has not expired.</summary>
    public bool Accepts(string pass, DateTimeOffset now)
    {
        var dot = pass.IndexOf('.', StringComparison.Ordinal);
        if (dot is < 1 or > 12) return false;
        var isSigned = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(pass[(dot + 1)..]), Encoding.ASCII.GetBytes(Sign(pass[..dot])));
        return isSigned && long.TryParse(pass[..dot], out var until) && now.ToUnixTimeSeconds() < until;
    }

    /// <inheritdoc/>
    public override string ToString() => "(token)";

    private static byte[] Hash(ReadOnlySpan<char> token)
    {
        Span<byte> bytes = stackalloc byte[3 * MaxLength];
        return SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(token, bytes)]);
    }

    private string Sign(string until) => Convert.ToHexStringLower(HMACSHA256.HashData(_hash, Encoding.ASCII.GetBytes($"simpul browser {until}")));
}
