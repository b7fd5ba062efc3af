using Simpul.Text;

namespace Simpul.Client.Input;

/// <summary>Where something stands in the input: a file, and a line counted from 1 (0 where the whole file is meant).</summary>
internal readonly record struct Place(string File, long Line = 0)
{
    public override string ToString() => Line > 0 ? $"{File}:{Line}" : File;
}

/// <summary>What a reader of input yields: articles, and what it has to say about the input on the way.</summary>
internal abstract record InputItem(Place Place);

/// <summary>An article that can be read.</summary>
internal sealed record AcceptedInput(Place Place, Article Article) : InputItem(Place);

/// <summary>Something that is no article, or none that can be kept: what was found, and what to do about it.</summary>
internal sealed record RejectedInput(Place Place, string Reason, string Remedy) : InputItem(Place)
{
    public override string ToString() => $"{Place}: {Reason}. {Remedy}.";
}

/// <summary>Something that was read, but otherwise than its author may have meant.</summary>
internal sealed record InputWarning(Place Place, string Reason, string Remedy) : InputItem(Place)
{
    public override string ToString() => $"{Place}: {Reason}. {Remedy}.";
}
