namespace Simpul.Text.Events;

/// <summary>A party as it stands in a sentence: a noun phrase with the actor, the country, or both that it means.</summary>
internal struct PartyPhrase
{
    /// <summary>First token of the whole phrase (<c>pemerintah</c> in <c>pemerintah China</c>).</summary>
    public int From;
    public int End;
    public short Actor;
    public short Country;
    public byte Confidence;

    /// <summary>Number of its coordination: <c>Kiev, Moskow, dan Washington</c> share one.</summary>
    public int Group;

    /// <summary>Stands after a preposition, so it is no subject.</summary>
    public bool IsGoverned;

    /// <summary>The token of that preposition, or of the one before the first of its group; -1 for none.</summary>
    public int Preposition;

    /// <summary>Names where, not who.</summary>
    public bool IsVenue;

    /// <summary>Only spoken about (<c>membahas Taiwan</c>): neither source nor target.</summary>
    public bool IsTopic;

    public readonly bool Same(in PartyPhrase other) =>
        Actor >= 0 && other.Actor >= 0 ? Actor == other.Actor : Actor < 0 && other.Actor < 0 && Country == other.Country;
}
