using Quaywatch.Observations;

namespace Quaywatch.Protocols.S7;

/// <summary>The jobs that run in a controller for this conversation, so that what it sends later can be put to addresses.</summary>
internal sealed class S7Jobs
{
    /// <summary>Jobs at a time; an S7-300 runs 4 cyclic ones (SZL 0x0131 index 3). The oldest makes place.</summary>
    const int Limit = 8;

    readonly S7Job[] _jobs = new S7Job[Limit];
    int _count;
    int _oldest;

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        _count = 0;
        _oldest = 0;
    }

    /// <summary>Takes up a job that the controller accepted under a number.</summary>
    public void Add(Direction holder, S7Userdata request, byte number, ReadOnlySpan<byte> data)
    {
        S7Job? job = Find(holder, request.Group, request.Subfunction, number);
        if (job is null && _count < Limit)
        {
            job = _jobs[_count++] ??= new S7Job();
        }
        else if (job is null)
        {
            job = _jobs[_oldest];
            _oldest = (_oldest + 1) % Limit;
        }

        job.Begin(holder, request, number, data);
    }

    /// <summary>The job of that function and number; null where it was not seen.</summary>
    public S7Job? Find(Direction holder, S7Group group, byte subfunction, byte number)
    {
        for (int i = 0; i < _count; i++)
        {
            S7Job job = _jobs[i];
            if (job.Holder == holder && job.Group == group && job.Subfunction == subfunction && job.Number == number)
            {
                return job;
            }
        }

        return null;
    }
}
