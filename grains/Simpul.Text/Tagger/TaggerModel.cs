using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Simpul.Text.Tagger;

/// <summary>
/// The weights of the tagger, frozen: 8-bit scores of thirteen labels for each feature, in lines of four slots of 16 bytes. The
/// last three bytes of a slot check the feature's key, so that an unknown feature scores nothing.
/// </summary>
internal sealed class TaggerModel
{
    internal const uint Magic = 0x31475453;
    internal const int Lanes = 16;
    internal const int SlotBytes = 16;
    internal const int SlotsInLine = 4;
    private const int LineBytes = SlotBytes * SlotsInLine;
    private const int Looks = 16;

    /// <summary>The score of what cannot be: far below any sum of weights, far enough above the least short to add to.</summary>
    internal const short Never = -12000;

    private static readonly Lazy<TaggerModel?> Shared = new(Embedded);

    // Pinned, so that lines can begin where cache lines do.
    private readonly byte[] _storage;
    private readonly int _origin;
    private readonly int _lineMask;
    private readonly short[] _looks = new short[Looks * Looks * Looks * Lanes];
    private readonly short[] _meanings = new short[3 * 32 * Lanes];
    private readonly Vector256<short>[] _transitions = new Vector256<short>[TagLabel.Count];
    private readonly Step[] _steps;

    internal TaggerModel(ReadOnlySpan<byte> data)
    {
        var head = MemoryMarshal.Cast<byte, uint>(data[..8]);
        if (head[0] != Magic) throw new InvalidDataException("The tagger's weights have an unknown form: train them again.");
        var lines = (int)head[1];
        var at = 8;
        var transitions = MemoryMarshal.Cast<byte, short>(data.Slice(at, TagLabel.Count * TagLabel.Count * 2));
        at += TagLabel.Count * TagLabel.Count * 2;
        Span<short> row = stackalloc short[Lanes];
        for (var before = 0; before < TagLabel.Count; before++)
        {
            row.Fill(Never);
            for (var after = 0; after < TagLabel.Count; after++)
            {
                if (TagLabel.MayFollow((byte)before, (byte)after)) row[after] = transitions[(before * TagLabel.Count) + after];
            }

            _transitions[before] = Vector256.Create<short>(row);
        }

        _steps = StepsOf(_transitions);
        Words = TaggerWords.Read(data[at..], out var length);
        at += length;
        _storage = GC.AllocateUninitializedArray<byte>((lines * LineBytes) + LineBytes, pinned: true);
        _origin = (int)(LineBytes - (Marshal.UnsafeAddrOfPinnedArrayElement(_storage, 0).ToInt64() % LineBytes)) % LineBytes;
        data.Slice(at, lines * LineBytes).CopyTo(_storage.AsSpan(_origin));
        _lineMask = lines - 1;
        SumDense();
    }

    /// <summary>The weights that ship with the program; null where there are none.</summary>
    internal static TaggerModel? Default => Shared.Value;

    internal TaggerWords Words { get; }

    /// <summary>Scores of the labels that may follow each label.</summary>
    internal ReadOnlySpan<Vector256<short>> Transitions => _transitions;

    /// <summary>The same by the label that follows: as many steps as the most labels that may stand before one.</summary>
    internal ReadOnlySpan<Step> Steps => _steps;

    /// <summary>Of each label, one label that may stand before it and the score of the two; the least short where there is none.</summary>
    internal readonly record struct Step(Vector256<short> Before, Vector256<short> Score);

    /// <summary>
    /// The weights of a feature; zeros where it is unknown. All four slots are compared at once: which one holds a feature, if any,
    /// is what no processor can guess.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector256<short> Of(ulong key)
    {
        ref var line = ref LineOf(key);
        var check = Vector256.Create(CheckOf(key));
        var weights = Found(Vector256.LoadUnsafe(ref line).AsUInt32(), check) | Found(Vector256.LoadUnsafe(ref line, LineBytes / 2).AsUInt32(), check);
        return Widen((weights.GetLower() | weights.GetUpper()).AsSByte());
    }

    /// <summary>Begins to bring in what <see cref="Of"/> will read: the weights are too many to stay near.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Fetch(ulong key) => Memory.Fetch(ref LineOf(key));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref byte LineOf(ulong key) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_storage), _origin + (int)((uint)key & (uint)_lineMask) * LineBytes);

    // Of two slots the one that has the check, the other as zeros.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Found(Vector256<uint> slots, Vector256<uint> check) =>
        slots & Vector256.Shuffle(Vector256.Equals(slots >>> 8, check), Vector256.Create(3u, 3, 3, 3, 7, 7, 7, 7));

    /// <summary>The 24 bits of a key that its slot keeps; never 0, which marks a free slot.</summary>
    internal static uint CheckOf(ulong key) => (uint)(key >> 40) | 1;

    /// <summary>Scores of three looks side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector256<short> OfLooks(Look before, Look here, Look after) =>
        Vector256.LoadUnsafe(ref _looks[(((((int)before * Looks) + (int)here) * Looks) + (int)after) * Lanes]);

    /// <summary>Scores of a meaning of the token before (0), the token (1) or the token after (2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector256<short> OfMeaning(int place, int meaning) => Vector256.LoadUnsafe(ref _meanings[((place * 32) + meaning) * Lanes]);

    // Widened with its sign; the check bytes end in lanes that no label has.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Widen(Vector128<sbyte> weights)
    {
        if (Avx2.IsSupported) return Avx2.ConvertToVector256Int16(weights);
        var (lower, upper) = Vector128.Widen(weights);
        return Vector256.Create(lower, upper);
    }

    // A label inside or at the end of a name follows two labels, every other one seven: seven steps instead of thirteen.
    private static Step[] StepsOf(ReadOnlySpan<Vector256<short>> transitions)
    {
        var steps = new List<Step>();
        for (var n = 0; ; n++)
        {
            Vector256<short> before = default, score = Vector256.Create(short.MinValue);
            var any = false;
            for (var after = 0; after < TagLabel.Count; after++)
            {
                var label = Enumerable.Range(0, TagLabel.Count).Where(b => TagLabel.MayFollow((byte)b, (byte)after)).Skip(n).DefaultIfEmpty(-1).First();
                if (label < 0) continue;
                any = true;
                before = before.WithElement(after, (short)label);
                score = score.WithElement(after, transitions[label].GetElement(after));
            }

            if (!any) return [.. steps];
            steps.Add(new Step(before, score));
        }
    }

    // Looks and meanings are few: their sums are made once.
    private void SumDense()
    {
        Span<ulong> keys = stackalloc ulong[4];
        for (var i = 0; i < Looks * Looks * Looks; i++)
        {
            var sum = Vector256<short>.Zero;
            TagFeatures.OfLooks((Look)(i / (Looks * Looks)), (Look)(i / Looks % Looks), (Look)(i % Looks), keys);
            foreach (var key in keys) sum += Of(key);
            sum.CopyTo(_looks, i * Lanes);
        }

        for (var place = 0; place < 3; place++)
        {
            for (var bit = 0; bit < TagFeatures.MeaningCount; bit++)
            {
                Of(TagFeatures.OfMeaning(place, bit)).CopyTo(_meanings, ((place * 32) + bit) * Lanes);
            }
        }
    }

    private static TaggerModel? Embedded()
    {
        using var stream = typeof(TaggerModel).Assembly.GetManifestResourceStream("tagger.bin");
        if (stream is null) return null;
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return new TaggerModel(data);
    }

    /// <summary>Lines for a number of features such that hardly any line is full.</summary>
    internal static int LinesFor(int features) => (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, features / 3));
}
