using Simpul.Contracts;
using Simpul.Text;

namespace Simpul.Grains.Counting;

/// <summary>
/// What one article adds to each tally, as a pure function of its record: computed where the article is read, and again from the
/// segments wherever it is needed. <see cref="TallyState.Apply"/> reads it.
/// </summary>
internal sealed class FactsWriter
{
    [ThreadStatic]
    private static FactsWriter? t_instance;

    private readonly Dictionary<EntityRef, Entity> _entities = [];
    private readonly List<Entity> _ordered = [];
    private readonly Stack<Entity> _pool = new();
    private readonly ByteWriter _section = new();
    private ByteWriter[] _buckets = [];

    /// <summary>The facts of a record by bucket; empty for buckets that it does not touch.</summary>
    public static byte[][] Write(ArticleRecord record, int buckets)
    {
        var writer = t_instance ??= new FactsWriter();
        try
        {
            return writer.WriteAll(record, buckets);
        }
        finally
        {
            writer.Reset();
        }
    }

    /// <summary>The bucket that counts the corpus as a whole.</summary>
    public static int CorpusBucket(int buckets) => Slicing.BucketOf((EntityKind)EntityState.Corpus, "", buckets);

    private byte[][] WriteAll(ArticleRecord record, int buckets)
    {
        if (_buckets.Length < buckets) _buckets = [.. _buckets, .. Enumerable.Range(0, buckets - _buckets.Length).Select(static _ => new ByteWriter())];
        Collect(record);

        var day = Days.Parse(record.Published);
        foreach (var entity in _ordered)
        {
            var output = _buckets[Slicing.BucketOf(entity.Ref.Kind, entity.Ref.Id, buckets)];
            if (output.Length == 0)
            {
                output.Text(record.Id);
                output.Number(day);
            }

            _section.Clear();
            entity.Write(_section);
            output.Byte((byte)entity.Ref.Kind);
            output.Text(entity.Ref.Id);
            output.Number(_section.Length);
            output.Bytes(_section.Written);
        }

        var facts = new byte[buckets][];
        for (var i = 0; i < buckets; i++) facts[i] = _buckets[i].Length == 0 ? [] : _buckets[i].ToArray();
        return facts;
    }

    private void Collect(ArticleRecord record)
    {
        var corpus = EntityOf(new EntityRef((EntityKind)EntityState.Corpus, ""));
        corpus.Values.Add(new Value(Counter.Pack, 0, record.Pack, 1));
        corpus.Values.Add(new Value(Counter.Language, 0, record.Language, 1));

        foreach (var country in record.Countries)
        {
            var entity = EntityOf(EntityRef.Country(country.Code));
            entity.Mentions += country.Mentions.Count;
            foreach (var mention in country.Mentions)
            {
                entity.Count(Counter.Name, (int)mention.Kind, mention.Span.Text);
                entity.NamedAt(mention.Span.Start);
            }
        }

        foreach (var actor in record.Actors)
        {
            var entity = EntityOf(EntityRef.Actor(actor.Id));
            entity.Mentions += actor.Mentions.Count;
            entity.CountOnce(Counter.Name, 0, actor.Name);
            foreach (var alias in actor.Aliases)
                if (alias != actor.Name) entity.CountOnce(Counter.Name, 1, alias);
            if (actor.Role is not null) entity.CountOnce(Counter.Role, 0, actor.Role);
            if (actor.Country is not null) entity.CountOnce(Counter.Nationality, 0, actor.Country);
            entity.CountOnce(Counter.ActorType, (int)actor.Type, "");
            foreach (var mention in actor.Mentions) entity.NamedAt(mention.Span.Start);
        }

        for (var i = 0; i < record.Events.Count; i++)
        {
            var e = record.Events[i];
            var act = new Act(CellKey.Act(e.Status, e.Type), Days.Parse(e.Date), e.Goldstein, e.Trigger.Start, i);
            corpus.Acts.Add(act);
            foreach (var party in PartiesOf(e.Source, e.Target)) EntityOf(party).Acts.Add(act);
            foreach (var (source, target) in Dyads.Of(e))
            {
                if (source is { } s) EntityOf(s).RelationTo(target, isOut: true).Add(act);
                if (target is { } t) EntityOf(t).RelationTo(source, isOut: false).Add(act);
            }
        }
    }

    // Each country and actor once, though both parties may be of one country.
    private static IEnumerable<EntityRef> PartiesOf(Party source, Party target)
    {
        if (source.Country is not null) yield return EntityRef.Country(source.Country);
        if (target.Country is not null && target.Country != source.Country) yield return EntityRef.Country(target.Country);
        if (source.Actor is not null) yield return EntityRef.Actor(source.Actor);
        if (target.Actor is not null && target.Actor != source.Actor) yield return EntityRef.Actor(target.Actor);
    }

    private Entity EntityOf(EntityRef key)
    {
        if (_entities.TryGetValue(key, out var entity)) return entity;
        entity = _pool.Count > 0 ? _pool.Pop() : new Entity();
        entity.Ref = key;
        _entities.Add(key, entity);
        _ordered.Add(entity);
        return entity;
    }

    private void Reset()
    {
        foreach (var entity in _ordered)
        {
            entity.Clear();
            _pool.Push(entity);
        }

        _ordered.Clear();
        _entities.Clear();
        foreach (var bucket in _buckets) bucket.Clear();
    }

    private readonly record struct Act(int Kind, int Day, int Goldstein, int Offset, int Index);

    private record struct Value(Counter Counter, int Sub, string Text, int Times);

    private sealed class Entity
    {
        public EntityRef Ref { get; set; }

        public int Mentions { get; set; }

        public List<Value> Values { get; } = [];

        public List<Act> Acts { get; } = [];

        private readonly List<Relation> _relations = [];
        private int _named = -1;

        public void Count(Counter counter, int sub, string text)
        {
            for (var i = 0; i < Values.Count; i++)
            {
                if (Values[i].Counter != counter || Values[i].Sub != sub || Values[i].Text != text) continue;
                Values[i] = Values[i] with { Times = Values[i].Times + 1 };
                return;
            }

            Values.Add(new Value(counter, sub, text, 1));
        }

        public void CountOnce(Counter counter, int sub, string text)
        {
            foreach (var value in Values)
                if (value.Counter == counter && value.Sub == sub && value.Text == text) return;
            Values.Add(new Value(counter, sub, text, 1));
        }

        public void NamedAt(int offset) => _named = _named < 0 ? offset : Math.Min(_named, offset);

        public List<Act> RelationTo(EntityRef? other, bool isOut)
        {
            foreach (var relation in _relations)
                if (relation.Other == other && relation.IsOut == isOut) return relation.Acts;
            var added = new Relation(other, isOut, []);
            _relations.Add(added);
            return added.Acts;
        }

        public void Clear()
        {
            Mentions = 0;
            _named = -1;
            Values.Clear();
            Acts.Clear();
            _relations.Clear();
        }

        public void Write(ByteWriter w)
        {
            w.Number(Mentions);
            w.Number(_named + 1);
            w.Number(Values.Count);
            foreach (var value in Values)
            {
                w.Byte((byte)value.Counter);
                w.Byte((byte)value.Sub);
                w.Text(value.Text);
                w.Number(value.Times);
            }

            WriteActs(w, Acts, withPlaces: false);
            w.Number(_relations.Count);
            foreach (var relation in _relations)
            {
                w.Byte((byte)((relation.IsOut ? 1 : 0) | (relation.Other is { } o ? (int)o.Kind << 1 : 0)));
                w.Text(relation.Other?.Id ?? "");
                WriteActs(w, relation.Acts, withPlaces: true);
            }
        }

        private static void WriteActs(ByteWriter w, List<Act> acts, bool withPlaces)
        {
            w.Number(acts.Count);
            foreach (var act in acts)
            {
                w.Byte((byte)act.Kind);
                w.Number(act.Day);
                if (!withPlaces) continue;
                w.Signed(act.Goldstein);
                w.Number(act.Offset);
                w.Number(act.Index);
            }
        }

        private sealed record Relation(EntityRef? Other, bool IsOut, List<Act> Acts);
    }
}
