namespace Lianxin.Functions.Input;

/// <summary>A file of a post, whole in memory: a request is bounded and documents are stored by their content.</summary>
/// <param name="Field">Name of the form part, for example <c>attachments</c>; <c>file</c> for a bare body.</param>
/// <param name="Name">File name without any folder; empty for a bare body.</param>
/// <param name="MediaType">What the sender says it is; not proven.</param>
public sealed record PostedFile(string Field, string Name, string MediaType, byte[] Bytes);
