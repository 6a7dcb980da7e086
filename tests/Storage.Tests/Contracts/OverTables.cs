using Lianxin.Core.Items;
using Lianxin.Storage.Tests.Emulator;
using Microsoft.Extensions.Time.Testing;

namespace Lianxin.Storage.Tests.Contracts;

public sealed class RegisterOverTables(EmulatorRoom emulator) : RegisterContract, IClassFixture<EmulatorRoom>
{
    protected override IRegister Register => emulator.Room.Register;
}

public sealed class ListsOverTables(EmulatorRoom emulator) : ListContract, IClassFixture<EmulatorRoom>
{
    protected override IRegister Register => emulator.Room.Register;
}

public sealed class SweepsOverTables(EmulatorRoom emulator) : SweepContract, IClassFixture<EmulatorRoom>
{
    protected override IRegister Register => emulator.Room.Register;

    protected override FakeTimeProvider Machine => emulator.Machine;
}

public sealed class StoresOverStorage(EmulatorRoom emulator) : StoresContract, IClassFixture<EmulatorRoom>
{
    protected override StorageRoom Room => emulator.Room;
}
