package gradus.calculus.rewrite;

import java.util.List;

/// The rewrites in the order in which they are tried.
public final class Rewrites {
  private Rewrites() {}

  public static final List<Rewrite> IN_ORDER =
      List.of(
          new DropZeroTerms(),
          new FoldTerms(),
          new SubtractNumber(),
          new CollectLikeTerms(),
          new FoldPower(),
          new FoldFactors(),
          new CollectLikeFactors(),
          new FlipDifference(),
          new PullSignFromOddFunction(),
          new PushSignIntoOddFunction(),
          new MergeEqualCases(),
          new FoldWhole(),
          new PushTranspose(),
          new FlattenMatrixProduct(),
          new PullScalars(),
          new ScalarsFirst(),
          new DropOnes(),
          new DropIdentity(),
          new MultiplyByDiagonal(),
          new SumByOnes(),
          new TotalOfOnes(),
          new TotalOfTotal(),
          new DotForSum(),
          new SquaredNormForDot(),
          new ChooseByOneHot(),
          new FlipDifferenceInMatrixProduct());
}
