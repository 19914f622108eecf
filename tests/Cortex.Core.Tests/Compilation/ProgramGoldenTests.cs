using Cortex.Programs;

namespace Cortex.Core.Tests.Compilation;

public class ProgramGoldenTests
{
    [Fact]
    public void TheAcceptanceExample_IsExactlyThisProgram()
    {
        var compiled = Compiling.Compiled("when: email from test@test.com then: do nothing");

        Assert.Equal(
            """{"version":1,"trigger":{"provider":"gmail","event":"email.received","where":{"all":[{"field":"from","op":"equals","value":"test@test.com"}]}},"steps":[{"tool":"none","input":{}}]}""",
            compiled.ProgramJson);
        Assert.Equal("builtin", compiled.Compiler);
        Assert.Equal(ProgramJson.Hash(compiled.ProgramJson), compiled.ProgramHash);
        Assert.Equal(compiled.ProgramJson, ProgramJson.Write(compiled.Program));
    }

    [Fact]
    public void Texts_AreKeptToTheLetter()
    {
        var compiled = Compiling.Compiled("when: email from shop.example then: send an email to bo@x.example saying \"Hé,\n  50% <b>off</b> \\ it's {1}\"");

        Assert.Equal(
            """{"version":1,"trigger":{"provider":"gmail","event":"email.received","where":{"all":[{"field":"from","op":"ends_with","value":"@shop.example"}]}},"steps":[{"tool":"gmail.send_email","input":{"to":"bo@x.example","subject":"{{ subject }}","body":"Hé,\n  50% <b>off</b> \\ it's {1}"}}]}""",
            compiled.ProgramJson);
    }

    [Fact]
    public void InputsSaidInAnotherOrder_AreTheSameProgram() =>
        Assert.Equal(
            Compiling.Compiled("when: email from a@x.example then: email b@x.example saying \"Hi\" with subject \"S\"").ProgramHash,
            Compiling.Compiled("When a@x.example emails me, send an email to b@x.example with the subject \"S\" saying \"Hi\".").ProgramHash);

    [Fact]
    public void ANegatedChoice_IsANotOverAnAny() =>
        Assert.Contains(
            """{"all":[{"not":{"any":[{"field":"from","op":"equals","value":"a@x.example"},{"field":"from","op":"contains","value":"Bo"}]}}]}""",
            Compiling.Compiled("when: email not from a@x.example or Bo then: do nothing").ProgramJson,
            StringComparison.Ordinal);
}
