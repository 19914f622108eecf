using Cortex.Console.Tests.Support;

namespace Cortex.Console.Tests.Look;

public sealed class LightWideTests(ConsoleFixture fixture) : LookTests(fixture, "light", 1280);

public sealed class DarkWideTests(ConsoleFixture fixture) : LookTests(fixture, "dark", 1280);

public sealed class LightNarrowTests(ConsoleFixture fixture) : LookTests(fixture, "light", 320);

public sealed class DarkNarrowTests(ConsoleFixture fixture) : LookTests(fixture, "dark", 320);
