using System.Buffers.Binary;
using Simpul.Text.Tagger;

namespace Simpul.Text.Training;

/// <summary>Writes a trained field in the tagger's form: 8-bit weights, features placed by weight so that the heaviest never lack room.</summary>
internal static class ModelWriter
{
    /// <summary>Steps of a weight of 1; weights beyond 127 steps are cut.</summary>
    private const float Scale = 24;

    /// <summary>Features that move no score by so many steps are left out.</summary>
    private const int LeastWeight = 2;

    internal static byte[] Write(Crf crf, float[] shares, byte[] words, out int features)
    {
        var quantised = new List<(ulong Key, sbyte[] Weights, int Size)>();
        foreach (var (key, index) in crf.Index)
        {
            var weights = new sbyte[TagLabel.Count];
            var size = 0;
            for (var label = 0; label < weights.Length; label++)
            {
                weights[label] = (sbyte)Math.Clamp(MathF.Round(crf.Weight(index, label, shares) * Scale), -127, 127);
                size = Math.Max(size, Math.Abs((int)weights[label]));
            }

            if (size >= LeastWeight) quantised.Add((key, weights, size));
        }

        quantised.Sort(static (a, b) => a.Size != b.Size ? b.Size - a.Size : a.Key.CompareTo(b.Key));
        var lines = TaggerModel.LinesFor(quantised.Count);
        var slots = new byte[lines * TaggerModel.SlotsInLine * TaggerModel.SlotBytes];
        var used = new byte[lines];
        var checks = new HashSet<(int Line, uint Check)>();
        features = 0;
        foreach (var (key, weights, _) in quantised)
        {
            var line = (int)((uint)key & (uint)(lines - 1));
            var check = TaggerModel.CheckOf(key);
            // A check tells one feature of a line only: of two that share one the smaller goes.
            if (used[line] == TaggerModel.SlotsInLine || !checks.Add((line, check))) continue;
            var at = ((line * TaggerModel.SlotsInLine) + used[line]++) * TaggerModel.SlotBytes;
            for (var label = 0; label < weights.Length; label++) slots[at + label] = (byte)weights[label];
            slots[at + 13] = (byte)check;
            slots[at + 14] = (byte)(check >> 8);
            slots[at + 15] = (byte)(check >> 16);
            features++;
        }

        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(TaggerModel.Magic);
        writer.Write(lines);
        Span<byte> two = stackalloc byte[2];
        for (var before = 0; before < TagLabel.Count; before++)
        {
            for (var after = 0; after < TagLabel.Count; after++)
            {
                var score = crf.Transition(before, after, shares);
                BinaryPrimitives.WriteInt16LittleEndian(two, float.IsFinite(score) ? (short)MathF.Round(score * Scale) : TaggerModel.Never);
                writer.Write(two);
            }
        }

        writer.Write(words);
        writer.Write(slots);
        return stream.ToArray();
    }
}
