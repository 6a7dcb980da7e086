using System.Security.Cryptography;
using Lianxin.Core.Access;
using Lianxin.Core.Publication;

namespace Lianxin.Functions.UseCases;

/// <summary>
/// Files that were checked on the desk without a fault, kept sealed so that the real import takes the very bytes that were checked. A browser
/// cannot send a chosen file twice by itself. Taken away once they are imported.
/// </summary>
public sealed class CheckedFiles(IDocumentStore documents)
{
    /// <returns>What <see cref="FindAsync"/> asks for: the SHA-256 of the bytes, hexadecimal.</returns>
    public async Task<string> KeepAsync(Actor by, byte[] bytes, CancellationToken cancellation)
    {
        var mark = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await documents.PutAsync(Containers.Sealed, NameOf(by, mark), bytes, ImportFormat.Of(bytes).MediaType, cancellation);
        return mark;
    }

    /// <summary>The bytes of a file that somebody of this agency has checked; null when there is none, also for a mark that is no hash.</summary>
    public async Task<byte[]?> FindAsync(Actor by, string mark, CancellationToken cancellation) =>
        IsMark(mark) ? (await documents.FindAsync(Containers.Sealed, NameOf(by, mark), cancellation))?.Bytes : null;

    public async Task ForgetAsync(Actor by, string mark, CancellationToken cancellation) =>
        await documents.DeleteAsync(Containers.Sealed, NameOf(by, mark), cancellation);

    private static bool IsMark(string mark) => mark.Length == 64 && mark.All(char.IsAsciiHexDigitLower);

    private static string NameOf(Actor by, string mark) => $"import-checked/{by.Agency}/{mark}";
}
