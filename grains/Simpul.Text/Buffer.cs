using System.Runtime.CompilerServices;

namespace Simpul.Text;

/// <summary>A list whose storage outlives the article: cleared, never freed, so that reading allocates nothing per token.</summary>
internal sealed class Buffer<T>(int capacity = 64)
{
    private T[] _items = new T[capacity];

    public int Count { get; private set; }

    public ref T this[int index] => ref _items[index];

    public ReadOnlySpan<T> Items => _items.AsSpan(0, Count);

    public Span<T> Mutable => _items.AsSpan(0, Count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Add()
    {
        if (Count == _items.Length) Array.Resize(ref _items, Count * 2);
        return ref _items[Count++];
    }

    public void Add(in T item) => Add() = item;

    /// <summary>Makes room for more items at the end and answers them, uncleared.</summary>
    public Span<T> Extend(int count)
    {
        if (Count + count > _items.Length) Array.Resize(ref _items, Math.Max(Count + count, Count * 2));
        Count += count;
        return _items.AsSpan(Count - count, count);
    }

    public void RemoveLast() => Count--;

    public void Truncate(int count) => Count = count;

    public void Clear()
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>()) Array.Clear(_items, 0, Count);
        Count = 0;
    }
}
