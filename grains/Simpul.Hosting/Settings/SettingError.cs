namespace Simpul.Hosting.Settings;

/// <summary>A setting that makes no sense.</summary>
/// <param name="Setting">Its name, as the user wrote it.</param>
/// <param name="Problem">What is wrong with it, a sentence.</param>
/// <param name="Remedy">What to write instead, a sentence.</param>
public sealed record SettingError(string Setting, string Problem, string Remedy)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Setting}: {Problem} {Remedy}";
}
