using FsCheck.Xunit;
using Lianxin.Core.Feedback;

namespace Lianxin.Core.Tests.Feedback;

public class PostingWindowTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    /// <summary>Whatever the moments: never more than the window holds in any stretch of its length, and a refusal says when to come again.</summary>
    [Property]
    public void No_stretch_of_the_window_holds_more_posts_than_it_has_places(byte[] gaps)
    {
        ArgumentNullException.ThrowIfNull(gaps);
        var window = new PostingWindow(3, TimeSpan.FromMinutes(10));
        var used = new Dictionary<int, DateTimeOffset>();
        var taken = new List<DateTimeOffset>();
        var now = Start;
        foreach (var gap in gaps)
        {
            now = now.AddSeconds(gap * 4);
            var (free, wait) = window.At(now, used);
            if (free.Count == 0)
            {
                wait.ShouldBeGreaterThan(TimeSpan.Zero);
                window.At(now + wait, used).Free.ShouldNotBeEmpty();
                continue;
            }

            used[free[^1]] = now;
            taken.Add(now);
        }

        taken.ShouldAllBe(t => taken.Count(u => u > t - window.Window && u <= t) <= 3);
    }
}
