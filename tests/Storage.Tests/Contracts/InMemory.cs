using Lianxin.Core.Items;
using Microsoft.Extensions.Time.Testing;

namespace Lianxin.Storage.Tests.Contracts;

public sealed class RegisterInMemory : RegisterContract, IDisposable
{
    private readonly StorageRoom _room = StorageRoom.InMemory("LG000", new FakeTimeProvider());

    protected override IRegister Register => _room.Register;

    public void Dispose() => _room.Dispose();
}

public sealed class ListsInMemory : ListContract, IDisposable
{
    private readonly StorageRoom _room = StorageRoom.InMemory("LG000", new FakeTimeProvider());

    protected override IRegister Register => _room.Register;

    public void Dispose() => _room.Dispose();
}

public sealed class SweepsInMemory : SweepContract, IDisposable
{
    private readonly FakeTimeProvider _machine = new();
    private readonly StorageRoom _room;

    public SweepsInMemory() => _room = StorageRoom.InMemory("LG000", _machine);

    protected override IRegister Register => _room.Register;

    protected override FakeTimeProvider Machine => _machine;

    public void Dispose() => _room.Dispose();
}

public sealed class StoresInMemory : StoresContract, IDisposable
{
    private readonly StorageRoom _room = StorageRoom.InMemory("LG000", new FakeTimeProvider());

    protected override StorageRoom Room => _room;

    public void Dispose() => _room.Dispose();
}
