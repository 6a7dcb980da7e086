using System.Xml.Linq;
using Lianxin.Functions.Access;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Functions.Tests.Access;

public sealed class BlobKeyRepositoryTests
{
    private readonly DocumentsInMemory documents = new();

    [Fact]
    public void What_one_instance_protects_another_reads()
    {
        var secret = Instance().Protect("session");
        Instance().Unprotect(secret).ShouldBe("session");
    }

    [Fact]
    public void Instances_that_start_together_agree_on_one_key()
    {
        var first = Instance();
        var second = Instance();
        var early = "";
        // While the first is about to write its key, the second has already made its own and used it.
        documents.BeforePut = () => early = second.Protect("early");
        var late = first.Protect("late");
        first.Unprotect(early).ShouldBe("early");
        second.Unprotect(late).ShouldBe("late");
        new BlobKeyRepository(documents).GetAllElements().Count.ShouldBe(1);
    }

    [Fact]
    public void A_lost_race_loses_no_revocation()
    {
        var repository = new BlobKeyRepository(documents);
        repository.GetAllElements().ShouldBeEmpty();
        documents.BeforePut = () => new BlobKeyRepository(documents).StoreElement(Key("other"), "");
        repository.StoreElement(new XElement("revocation"), "");
        repository.GetAllElements().Select(e => e.Name.LocalName).Order().ShouldBe(["key", "revocation"]);
    }

    [Fact]
    public void A_key_of_a_rotation_is_added_to_those_that_were_seen()
    {
        var repository = new BlobKeyRepository(documents);
        repository.StoreElement(Key("old"), "");
        repository.GetAllElements().Count.ShouldBe(1);
        repository.StoreElement(Key("new"), "");
        repository.GetAllElements().Count.ShouldBe(2);
    }

    private static XElement Key(string id) => new("key", new XAttribute("id", id));

    private IDataProtector Instance()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDataProtection().SetApplicationName("lianxin");
        services.Configure<KeyManagementOptions>(keys => keys.XmlRepository = new BlobKeyRepository(documents));
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
    }
}
