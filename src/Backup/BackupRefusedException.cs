namespace Lianxin.Backup;

/// <summary>An export or restore was not begun; the message says why, in Chinese and English.</summary>
public sealed class BackupRefusedException : Exception
{
    public BackupRefusedException()
    {
    }

    public BackupRefusedException(string message)
        : base(message)
    {
    }

    public BackupRefusedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
