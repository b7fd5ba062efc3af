using System.Reflection;
using System.Text;

namespace Simpul.Text.Packs;

/// <summary>The bytes of a data file: those of a resource stay where the assembly was mapped, and only fields become strings.</summary>
internal readonly unsafe struct PackText
{
    private readonly byte[]? _bytes;
    private readonly byte* _mapped;
    private readonly int _length;

    internal PackText(byte[] bytes) => _bytes = bytes;

    /// <param name="assembly">Whose resource it is: its memory lasts as long as the program.</param>
    /// <param name="name">The resource.</param>
    internal PackText(Assembly assembly, string name)
    {
        using var stream = (UnmanagedMemoryStream)assembly.GetManifestResourceStream(name)!;
        _mapped = stream.PositionPointer;
        _length = (int)stream.Length;
    }

    /// <summary>The file in UTF-8, without a byte-order mark.</summary>
    internal ReadOnlySpan<byte> Bytes
    {
        get
        {
            var bytes = _bytes ?? new ReadOnlySpan<byte>(_mapped, _length);
            return bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        }
    }
}
