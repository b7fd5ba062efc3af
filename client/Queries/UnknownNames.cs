using Simpul.Contracts;

namespace Simpul.Client.Queries;

/// <summary>Ends a command that names nobody, with whom it may mean.</summary>
internal static class UnknownNames
{
    private const int Most = 5;

    public static CommandException Of(string name, string corpus, IReadOnlyList<TopRow> suggestions, EntityKind? kind = null)
    {
        var what = kind switch { EntityKind.Country => "country", EntityKind.Actor => "actor", _ => "country or actor" };
        var remedy = suggestions.Count == 0
            ? $"simpul top {(kind == EntityKind.Country ? "countries" : "actors")} --corpus {corpus} shows who is there."
            : "Did you mean " + string.Join(", ", suggestions.Take(Most).Select(s => $"{s.Entity.Entity.Id} ({s.Entity.Name}, {s.Articles} article{(s.Articles == 1 ? "" : "s")})")) + "?";
        return CommandException.Usage($"no single {what} of corpus \"{corpus}\" is called \"{name}\".", remedy);
    }
}
