namespace Simpul.Contracts.Tests;

public sealed class SlicingTests
{
    // Where articles and entities live is stored for good: these values, worked out apart from this code, must never change.
    [Theory]
    [InlineData("", 14)]
    [InlineData("a", 15)]
    [InlineData("artikel/0001", 13)]
    [InlineData("berita/é😀", 7)]
    public void Slices_are_fixed(string id, int slice) => Assert.Equal(slice, Slicing.SliceOf(id, 16));

    [Fact]
    public void Buckets_of_the_two_kinds_differ_and_are_fixed()
    {
        Assert.Equal(743, Slicing.BucketOf(EntityKind.Country, "US", 1024));
        Assert.Equal(548, Slicing.BucketOf(EntityKind.Actor, "US", 1024));
    }

    [Fact]
    public void Articles_spread_evenly()
    {
        var counts = new int[16];
        for (var i = 0; i < 16_000; i++) counts[Slicing.SliceOf($"berita/2026/02/{i}", 16)]++;
        Assert.All(counts, static c => Assert.InRange(c, 850, 1150));
    }

    [Fact]
    public void Long_ids_hash_as_short_ones_do()
    {
        var id = new string('é', 600);
        Assert.Equal(Slicing.Hash(id), Slicing.Hash(id));
        Assert.NotEqual(Slicing.Hash(id), Slicing.Hash(id + "é"));
    }
}
