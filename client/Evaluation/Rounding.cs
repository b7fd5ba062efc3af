using System.Numerics;

namespace Simpul.Client.Evaluation;

/// <summary>Rounds the exact value of a double to decimals, ties to even, so that figures agree to the last digit with those of other programs.</summary>
internal static class Rounding
{
    public static decimal Round(double value, int decimals)
    {
        if (value == 0 || !double.IsFinite(value)) return 0;
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = bits & 0xFFFFFFFFFFFFFL;
        if (exponent == 0) exponent++;
        else mantissa |= 1L << 52;
        exponent -= 1075;

        var scaled = mantissa * BigInteger.Pow(10, decimals);
        BigInteger whole;
        if (exponent >= 0) whole = scaled << exponent;
        else
        {
            whole = scaled >> -exponent;
            var rest = scaled - (whole << -exponent);
            var half = BigInteger.One << (-exponent - 1);
            if (rest > half || (rest == half && !whole.IsEven)) whole++;
        }

        // Beyond what a decimal holds there are no decimals left to round.
        if (whole > new BigInteger(decimal.MaxValue)) return value > 0 ? decimal.MaxValue : decimal.MinValue;
        var result = (decimal)whole / (decimal)BigInteger.Pow(10, decimals);
        return value < 0 ? -result : result;
    }
}
