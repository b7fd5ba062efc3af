using System.Text;

namespace Simpul.Storage.Tests;

public sealed class BundleTests
{
    [Fact]
    public void Strings_come_back_as_they_went_in()
    {
        var random = new Random(7);
        for (var round = 0; round < 50; round++)
        {
            var items = Enumerable.Range(0, random.Next(1, 40)).Select(_ =>
            {
                var bytes = new byte[random.Next(0, 300)];
                random.NextBytes(bytes);
                return (ReadOnlyMemory<byte>)bytes;
            }).ToList();
            Assert.Equal(items.Select(i => i.ToArray()), Bundle.Unpack(Bundle.Pack(items)).Select(i => i.ToArray()));
        }

        Assert.Empty(Bundle.Pack([]));
        Assert.Empty(Bundle.Unpack([]));
    }

    [Fact]
    public void Erasing_keeps_the_other_indices_and_the_last_one_leaves_nothing()
    {
        var packed = Bundle.Pack([.. new[] { "a", "b", "c" }.Select(s => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(s))]);
        var erased = Bundle.Erase(packed, [1]);
        Assert.Equal(["a", "", "c"], Bundle.Unpack(erased).Select(i => Encoding.UTF8.GetString(i.Span)));
        Assert.Empty(Bundle.Erase(erased, [0, 2, 9]));
    }

    [Fact]
    public void Some_strings_are_taken_out_by_their_index_and_one_that_is_not_there_is_empty()
    {
        var packed = Bundle.Pack([.. new[] { "satu", "", "tiga" }.Select(s => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(s))]);
        Assert.Equal(["tiga", "satu", "", ""], Bundle.Pick(packed, [2, 0, 1, 3]).Select(Encoding.UTF8.GetString));
        Assert.Equal([""], Bundle.Pick([], [0]).Select(Encoding.UTF8.GetString));
    }

    [Fact]
    public void Damage_is_an_error_of_its_own()
    {
        var packed = Bundle.Pack([new byte[100]]);
        Assert.Throws<StoreFormatException>(() => Bundle.Unpack(packed.AsSpan(0, packed.Length - 3)));
        Assert.Throws<StoreFormatException>(() => Bundle.Unpack(Bundle.Compress([9, 0, 0, 0])));
        Assert.Throws<StoreFormatException>(() => Bundle.Unpack([1, 2, 3]));
        Assert.Throws<StoreFormatException>(() => Bundle.Pick(packed.AsSpan(0, packed.Length - 3), [0]));
    }
}
