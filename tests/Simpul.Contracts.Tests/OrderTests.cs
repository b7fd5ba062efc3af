using System.Text;

namespace Simpul.Contracts.Tests;

public sealed class OrderTests
{
    [Fact]
    public void Strings_compare_as_their_UTF_8_bytes_do()
    {
        var random = new Random(3);
        var texts = Enumerable.Range(0, 300).Select(_ => string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => new Rune(
            random.Next(4) switch { 0 => random.Next(32, 127), 1 => random.Next(0x80, 0xD800), 2 => random.Next(0xE000, 0x10000), _ => random.Next(0x10000, 0x10FFFF) }))))
            .ToList();
        foreach (var x in texts)
        {
            foreach (var y in texts)
            {
                var bytes = Encoding.UTF8.GetBytes(x).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y));
                Assert.Equal(Math.Sign(bytes), Math.Sign(Utf8Order.Compare(x, y)));
            }
        }
    }

    [Fact]
    public void Events_are_newest_first_and_then_in_reading_order()
    {
        EventPosition[] sorted =
        [
            new(20260205, "a", 9, 0), new(20260205, "b", 1, 0), new(20260205, "b", 1, 1), new(20260205, "b", 2, 0),
            new(20260200, "a", 0, 0), new(20260000, "a", 0, 0), new(0, "a", 0, 0),
        ];
        Assert.Equal(sorted, sorted.Reverse().Order());
    }

    [Fact]
    public void Runs_are_ordered_by_time_and_then_by_salt()
    {
        Assert.True(new SubmissionStamp(1, 9) < new SubmissionStamp(2, 0));
        Assert.True(new SubmissionStamp(2, 1) > new SubmissionStamp(2, 0));
        Assert.True(new SubmissionStamp(2, 1) <= new SubmissionStamp(2, 1));
    }
}
