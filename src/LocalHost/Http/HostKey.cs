using System.Security.Cryptography;
using System.Text;
using Lianxin.LocalHost.Processes;

namespace Lianxin.LocalHost.Http;

/// <summary>The master key of this run, for the admin door and for functions that ask for a key.</summary>
internal sealed class HostKey
{
    private const string Header = "x-functions-key";

    private readonly byte[] _key;

    private HostKey(string key) => _key = Encoding.ASCII.GetBytes(key);

    /// <summary>Makes a new key and writes it where only its owner may read it.</summary>
    public static HostKey Make(string file)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        PrivateFile.Write(file, key + "\n");
        return new HostKey(key);
    }

    public bool IsShownBy(HttpRequest request) =>
        Is(request.Headers[Header].ToString()) || Is(request.Query["code"].ToString());

    private bool Is(string shown) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), _key);
}
