using Xunit;

namespace Simpul.Testing;

/// <summary>A test that takes longer than a change should wait for; it may need a PostgreSQL server too.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LongFactAttribute : FactAttribute
{
    /// <inheritdoc/>
    public override string? Skip { get; set; } = TakesLong.Skip;
}

/// <summary>A test of several cases that takes longer than a change should wait for; it may need a PostgreSQL server too.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LongTheoryAttribute : TheoryAttribute
{
    /// <inheritdoc/>
    public override string? Skip { get; set; } = TakesLong.Skip;
}

/// <summary>Which of the long tests run.</summary>
public static class TakesLong
{
    /// <summary>Why a long test is left out, and how it runs; null where it does.</summary>
    public static string? Skip { get; } =
        Environment.GetEnvironmentVariable(PostgresPrograms.Variable) == "all" ? null : $"Takes long: {PostgresPrograms.Variable}=all dotnet test Cluster.sln -c Release runs it.";
}
