using System.Runtime.CompilerServices;

// Line breaking is tested by itself, without a PDF around it.
[assembly: InternalsVisibleTo("Lianxin.Documents.Tests")]
