namespace Simpul.Client.Output;

/// <summary>How data is written.</summary>
internal enum OutputFormat
{
    Table,
    Json,
    Jsonl,
    Csv,
}
