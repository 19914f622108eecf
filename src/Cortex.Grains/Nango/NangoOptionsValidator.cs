using Microsoft.Extensions.Options;

namespace Cortex.Nango;

/// <summary>Checks the attributes of <see cref="NangoOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class NangoOptionsValidator : IValidateOptions<NangoOptions>;
