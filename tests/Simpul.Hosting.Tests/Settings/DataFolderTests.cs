using Simpul.Hosting.Settings;

namespace Simpul.Hosting.Tests.Settings;

public sealed class DataFolderTests
{
    [Fact]
    public void A_named_folder_is_taken_as_an_absolute_path() =>
        Assert.Equal(Path.Combine(Directory.GetCurrentDirectory(), "berita"), DataFolder.Resolve("berita"));

    [Fact]
    public void The_users_own_folder_ends_in_the_programs_name()
    {
        if (Environment.GetEnvironmentVariable(DataFolder.Variable) is not null) return;

        Assert.Equal("simpul", Path.GetFileName(DataFolder.Resolve(null)));
    }

    [Fact]
    public void A_folder_below_a_file_cannot_be_made()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["file"], "");

        var e = Assert.Throws<HostingException>(() => DataFolder.Create(Path.Combine(folder["file"], "data")));

        Assert.Equal(HostingFault.Data, e.Fault);
        Assert.Contains("--data", e.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_folder_is_for_its_user_alone()
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new TempFolder();

        DataFolder.Create(folder["data"]);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder["data"]));
    }
}
