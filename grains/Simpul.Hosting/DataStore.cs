using Simpul.Hosting.Settings;
using Simpul.Storage;
using Simpul.Storage.Sqlite;

namespace Simpul.Hosting;

/// <summary>The embedded store of a data folder.</summary>
public static class DataStore
{
    /// <summary>Opens the data file of a folder that this process owns.</summary>
    /// <exception cref="HostingException">It is another program's, a newer version's, or cannot be opened.</exception>
    public static IStore Open(string folder)
    {
        try
        {
            return SqliteStore.Open(Path.Combine(folder, DataFolder.FileName));
        }
        catch (StoreFormatException e)
        {
            throw new HostingException(HostingFault.Data, e.Message, $"Another folder can be named with --data or {DataFolder.Variable}.", e);
        }
        catch (StoreException e)
        {
            throw new HostingException(HostingFault.Data, e.Message, $"Check the disk and the rights, or name another folder with --data or {DataFolder.Variable}.", e);
        }
    }
}
