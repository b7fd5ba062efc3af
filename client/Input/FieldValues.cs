namespace Simpul.Client.Input;

/// <summary>The fields of one row while it is being read.</summary>
internal sealed class FieldValues
{
    private readonly string?[] values = new string?[FieldMap.Count];
    private readonly int[] ranks = new int[FieldMap.Count];

    public string? this[Field field] => values[(int)field];

    public void Clear() => Array.Clear(values);

    /// <summary>Takes a value unless a preferred name already gave one; an empty value never displaces another.</summary>
    public void Offer(Field field, string? value, int rank)
    {
        var i = (int)field;
        if (string.IsNullOrEmpty(values[i]) || (!string.IsNullOrEmpty(value) && rank <= ranks[i]))
        {
            values[i] = value;
            ranks[i] = rank;
        }
    }
}
