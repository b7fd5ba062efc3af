using System.Text.Json;

namespace Simpul.Client.Evaluation;

/// <summary>One article's record beside its gold.</summary>
internal sealed class ArticleComparison
{
    private readonly Counts[] counts = new Counts[Facets.All.Count];
    private readonly Share[] shares = new Share[Facets.Questions.Count];

    private ArticleComparison(string id, JsonElement gold, JsonElement pred)
    {
        Id = id;
        Gold = gold;
        Pred = pred;
        CompareActors();
        CompareCountries();
        GoldEvents = new EventKeys(gold, a => "actor:" + a);
        PredEvents = new EventKeys(pred, a => GoldIds.GetValueOrDefault(a) is { Length: > 0 } known ? "actor:" + known : "unpaired:" + a);
        counts[(int)Facet.EventPairs] = Common(GoldEvents.Pairs, PredEvents.Pairs);
        counts[(int)Facet.EventQuads] = Common(GoldEvents.Quads, PredEvents.Quads);
        counts[(int)Facet.EventTypes] = Common(GoldEvents.Types.Keys, PredEvents.Types.Keys);
        foreach (var (key, status) in GoldEvents.Types)
            if (PredEvents.Types.TryGetValue(key, out var said)) Ask(Question.Status, status == said);
        CompareQuotes();
        GoldDates = JsonRows.Rows(gold, "dates");
        PredDates = JsonRows.Rows(pred, "dates");
        counts[(int)Facet.Dates] = Counts.Of(GoldDates.ConvertAll(ValueKeys.Date), PredDates.ConvertAll(ValueKeys.Date));
        GoldAmounts = JsonRows.Rows(gold, "amounts");
        PredAmounts = JsonRows.Rows(pred, "amounts");
        counts[(int)Facet.Amounts] = Counts.Of(GoldAmounts.ConvertAll(ValueKeys.Amount), PredAmounts.ConvertAll(ValueKeys.Amount));
    }

    /// <summary>Compares; a prediction that cannot be compared counts as empty.</summary>
    public static ArticleComparison Of(string id, JsonElement gold, JsonElement? pred)
    {
        try
        {
            return new ArticleComparison(id, gold, pred is { } p && JsonRows.IsTruthy(p) ? p : JsonRows.Empty) { IsPredicted = pred is not null };
        }
        catch (MalformedRecordException e) when (pred is not null)
        {
            return new ArticleComparison(id, gold, JsonRows.Empty) { IsPredicted = true, Malformed = e.Message };
        }
    }

    public string Id { get; }

    public JsonElement Gold { get; }

    public JsonElement Pred { get; }

    public bool IsPredicted { get; private init; }

    /// <summary>Why the prediction could not be compared, or null.</summary>
    public string? Malformed { get; private init; }

    public List<JsonElement> GoldActors { get; private set; } = [];

    public List<JsonElement> PredActors { get; private set; } = [];

    public List<(int Gold, int Pred)> ActorPairs { get; private set; } = [];

    /// <summary>From a predicted actor's id to the id of the gold actor that it was paired with.</summary>
    public Dictionary<string, string?> GoldIds { get; } = new(StringComparer.Ordinal);

    public EventKeys GoldEvents { get; }

    public EventKeys PredEvents { get; }

    public List<JsonElement> GoldQuotes { get; private set; } = [];

    public List<JsonElement> PredQuotes { get; private set; } = [];

    public List<(int Gold, int Pred)> QuotePairs { get; private set; } = [];

    public List<JsonElement> GoldDates { get; }

    public List<JsonElement> PredDates { get; }

    public List<JsonElement> GoldAmounts { get; }

    public List<JsonElement> PredAmounts { get; }

    public Counts this[Facet facet] => counts[(int)facet];

    public Share this[Question question] => shares[(int)question];

    /// <summary>Whether the speaker of a paired quotation is the one that gold names.</summary>
    public bool IsRightSpeaker(JsonElement gold, JsonElement pred) =>
        JsonRows.Key(JsonRows.Field(pred, "speaker")) is { } said && GoldIds.GetValueOrDefault(said) == JsonRows.Key(JsonRows.Field(gold, "speaker"));

    /// <summary>The mentions of a record's countries: code, bounds, and the mention itself.</summary>
    public static List<((string? Code, string? Start, string? End) Key, JsonElement Mention)> CountryMentions(JsonElement record) =>
    [
        .. JsonRows.Rows(record, "countries").SelectMany(c => JsonRows.Rows(c, "mentions"), (c, m) =>
            ((JsonRows.Key(JsonRows.Field(c, "code")), JsonRows.Key(JsonRows.Field(m, "start")), JsonRows.Key(JsonRows.Field(m, "end"))), m)),
    ];

    private void CompareActors()
    {
        GoldActors = JsonRows.Rows(Gold, "actors");
        PredActors = JsonRows.Rows(Pred, "actors");
        ActorPairs = Evaluation.ActorPairs.Of(GoldActors, PredActors);
        counts[(int)Facet.Actors] = new Counts(ActorPairs.Count, GoldActors.Count, PredActors.Count);
        foreach (var (g, p) in ActorPairs)
        {
            var country = JsonRows.Field(GoldActors[g], "country");
            if (JsonRows.IsTruthy(country)) Ask(Question.ActorCountry, JsonRows.Key(country) == JsonRows.Key(JsonRows.Field(PredActors[p], "country")));
            var id = JsonRows.Field(PredActors[p], "id");
            if (JsonRows.IsTruthy(id)) GoldIds[JsonRows.Key(id)!] = JsonRows.Key(JsonRows.Field(GoldActors[g], "id"));
        }
    }

    private void CompareCountries()
    {
        HashSet<string> Codes(JsonElement record) => [.. JsonRows.Rows(record, "countries").Select(c => JsonRows.Key(JsonRows.Field(c, "code"))).OfType<string>()];
        counts[(int)Facet.Countries] = Common(Codes(Gold), Codes(Pred));
        counts[(int)Facet.CountryMentions] = Counts.Of(CountryMentions(Gold).ConvertAll(m => m.Key), CountryMentions(Pred).ConvertAll(m => m.Key));
    }

    private void CompareQuotes()
    {
        GoldQuotes = JsonRows.Rows(Gold, "quotes");
        PredQuotes = JsonRows.Rows(Pred, "quotes");
        QuotePairs = Evaluation.QuotePairs.Of(GoldQuotes, PredQuotes);
        counts[(int)Facet.Quotes] = new Counts(QuotePairs.Count, GoldQuotes.Count, PredQuotes.Count);
        foreach (var (g, p) in QuotePairs)
            if (JsonRows.IsTruthy(JsonRows.Field(GoldQuotes[g], "speaker"))) Ask(Question.Speaker, IsRightSpeaker(GoldQuotes[g], PredQuotes[p]));
    }

    private void Ask(Question question, bool isRight) => shares[(int)question] += new Share(isRight ? 1 : 0, 1);

    private static Counts Common<T>(IReadOnlyCollection<T> gold, IReadOnlyCollection<T> pred) where T : notnull => Counts.Of(gold, pred);
}
