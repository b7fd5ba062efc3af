namespace Simpul.Text.Names;

/// <summary>What offices mean: who holds one, whether its holder acts for a state, how its role is written.</summary>
internal static class Offices
{
    /// <summary>Roles that one title may stand for: the president of a kingdom is none, `pemimpin` is whoever leads.</summary>
    private static readonly string[] Leaders = ["president", "prime-minister", "chancellor", "supreme-leader", "monarch", "head-of-state", "chief-executive"];

    /// <summary>Offices that one person holds at a time, so that the title alone says who.</summary>
    private static readonly HashSet<string> Single = new(StringComparer.Ordinal)
    {
        "president", "vice-president", "prime-minister", "chancellor", "monarch", "crown-prince", "supreme-leader", "governor-general",
        "foreign-minister", "defence-minister", "finance-minister", "interior-minister", "justice-minister", "trade-minister",
        "energy-minister", "health-minister", "education-minister", "economy-minister", "national-security-adviser",
        "central-bank-governor", "military-chief", "police-chief", "attorney-general", "pope", "secretary-general", "director-general",
        "commission-president", "council-president", "high-representative", "managing-director", "chief-executive", "speaker",
        "chief-justice", "party-leader", "high-commissioner", "intelligence-chief", "foreign-spokesperson",
        "agrarian-minister", "agriculture-minister", "bureaucracy-minister", "communications-minister", "cooperatives-minister",
        "environment-minister", "fisheries-minister", "forestry-minister", "human-rights-minister", "industry-minister",
        "manpower-minister", "planning-minister", "public-works-minister", "religion-minister", "social-minister",
        "sports-minister", "state-enterprises-minister", "tourism-minister", "transport-minister", "villages-minister",
        "women-minister",
    };

    /// <summary>True for the offices that a bare title means of its country: `Presiden`, `Menlu`.</summary>
    internal static bool IsOfState(string role) => role is "president" or "vice-president" or "prime-minister" or "chancellor" or "monarch"
        || (role.EndsWith("-minister", StringComparison.Ordinal) && Single.Contains(role));

    internal static bool IsTop(Packs.Term[] terms) => Array.Exists(terms, t => Array.IndexOf(Leaders, t.Office) >= 0);

    internal static bool ActsForState(string office, bool ofState) => ofState && office is not
        ("opposition-leader" or "party-leader" or "candidate" or "rebel-leader" or "militant-leader" or "activist" or "business-leader"
        or "religious-leader" or "chairman" or "secretary-general" or "director-general");

    internal static string Role(string office, bool current) => (current ? "" : "former ") + office.Replace('-', ' ');

    /// <summary>Who holds the office that a title names, of a country or body, at the article's date; -1 where nobody is known.</summary>
    internal static int HolderOf(Workspace w, int title, short country, int organisation)
    {
        var gazetteer = w.Pack.Gazetteer;
        var role = gazetteer.Titles[title].Role;
        if (organisation >= 0)
        {
            var body = gazetteer.Organisations[organisation];
            role = RoleIn(role, body.Kind);
            if (!Single.Contains(role)) return -1;
            var head = gazetteer.HolderOf(role, body.Id, w.Day);
            // The lists write the head of a state's organ as the state's.
            return head >= 0 || !body.ActsForState ? head : gazetteer.HolderOf(role, gazetteer.Countries[body.Country], w.Day);
        }

        if (!Single.Contains(role)) return -1;
        return country < 0 ? -1 : gazetteer.HolderOf(role, gazetteer.Countries[country], w.Day);
    }

    // `direktur CIA`, `gubernur Bank Sentral AS`: what a general title means in a body of a kind.
    private static string RoleIn(string role, string kind) => (role, kind) switch
    {
        ("governor" or "chairman" or "business-leader" or "leader", "central-bank") => "central-bank-governor",
        ("business-leader" or "agency head" or "leader" or "chairman", "intelligence") => "intelligence-chief",
        _ => role,
    };

    /// <summary>The leader of a country at the article's date, whatever the office is called there.</summary>
    internal static int LeaderOf(Workspace w, short country, string[] roles)
    {
        var of = w.Pack.Gazetteer.Countries[country];
        foreach (var role in roles.Length == 0 ? Leaders : roles)
        {
            var holder = w.Pack.Gazetteer.HolderOf(role, of, w.Day);
            if (holder >= 0) return holder;
        }

        return -1;
    }
}
