namespace Simpul.Text.Explanations;

/// <summary>A record with the reasons of what stands in it; made on demand by reading the article again.</summary>
/// <param name="Record">The record, equal to what <see cref="ArticleReader.Read"/> gives.</param>
/// <param name="Events">How each event came about, in the order of the text; an event told more than once has an entry for each place.</param>
/// <param name="Unused">Words that can tell an event and told none here.</param>
public sealed record ArticleExplanation(ArticleRecord Record, IReadOnlyList<EventExplanation> Events, IReadOnlyList<UnusedTrigger> Unused);

/// <summary>How one event came about.</summary>
/// <param name="Event">Index into the record's events.</param>
/// <param name="Sentence">Index into the record's sentences.</param>
/// <param name="Trigger">The words that fired.</param>
/// <param name="Rule">The lexicon row that they belong to.</param>
/// <param name="Form">The form they have: active, passive, noun ...</param>
/// <param name="Source">How the source was chosen.</param>
/// <param name="Target">How the target was chosen; null where the act needs none.</param>
/// <param name="StatusWords">Words of negation, plan, condition or allegation near the trigger.</param>
/// <param name="Confidence">What the confidence is a product of.</param>
public sealed record EventExplanation(
    int Event, int Sentence, Span Trigger, string Rule, string Form, PartyExplanation Source, PartyExplanation? Target,
    IReadOnlyList<Span> StatusWords, ConfidenceParts Confidence);

/// <summary>How a party was chosen.</summary>
/// <param name="Words">The phrase.</param>
/// <param name="Slot">Where it stands as seen from the trigger, and what that makes of it.</param>
/// <param name="Identity">The rule that says whom the phrase means.</param>
/// <param name="Confidence">That rule's confidence, 0 to 100.</param>
public readonly record struct PartyExplanation(Span Words, string Slot, string Identity, byte Confidence);

/// <summary>The factors of an event's confidence, each 0 to 100.</summary>
/// <param name="Row">Expected precision of the lexicon row with both parties attached.</param>
/// <param name="Parties">Confidence of the less sure party.</param>
/// <param name="Frame">How well the frame is filled.</param>
/// <param name="Status">How sure the status leaves the act.</param>
/// <param name="Said">The event's confidence; that of its surest place where it is told more than once.</param>
public readonly record struct ConfidenceParts(byte Row, byte Parties, byte Frame, byte Status, byte Said);

/// <summary>Words that can tell an event and told none here.</summary>
/// <param name="Sentence">Index into the record's sentences.</param>
/// <param name="Words">The words.</param>
/// <param name="Rule">The lexicon row.</param>
/// <param name="Reason">Why there is no event.</param>
public sealed record UnusedTrigger(int Sentence, Span Words, string Rule, string Reason);
